package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"dateline/data/licences"
)

// The parts of SPDX 2.3 in JSON that are used here, see
// https://spdx.github.io/spdx-spec/v2.3/.
type (
	spdxDocument struct {
		Version       string             `json:"spdxVersion"`
		License       string             `json:"dataLicense"`
		ID            string             `json:"SPDXID"`
		Name          string             `json:"name"`
		Namespace     string             `json:"documentNamespace"`
		Creation      spdxCreation       `json:"creationInfo"`
		Packages      []spdxPackage      `json:"packages"`
		Relationships []spdxRelationship `json:"relationships"`
	}
	spdxCreation struct {
		Created  string   `json:"created"`
		Creators []string `json:"creators"`
	}
	spdxPackage struct {
		ID        string         `json:"SPDXID"`
		Name      string         `json:"name"`
		Version   string         `json:"versionInfo"`
		Location  string         `json:"downloadLocation"`
		Analyzed  bool           `json:"filesAnalyzed"`
		Concluded string         `json:"licenseConcluded"`
		Declared  string         `json:"licenseDeclared"`
		Copyright string         `json:"copyrightText"`
		Refs      []spdxExternal `json:"externalRefs,omitempty"`
	}
	spdxExternal struct {
		Category string `json:"referenceCategory"`
		Type     string `json:"referenceType"`
		Locator  string `json:"referenceLocator"`
	}
	spdxRelationship struct {
		From string `json:"spdxElementId"`
		Type string `json:"relationshipType"`
		To   string `json:"relatedSpdxElement"`
	}
)

// sbom lists the modules and the data that the program is made of.
func (p project) sbom() ([]byte, error) {
	modules, _, err := licences.Modules()
	if err != nil {
		return nil, err
	}
	data, _, err := licences.Data()
	if err != nil {
		return nil, err
	}
	const program = "SPDXRef-Dateline"
	doc := spdxDocument{
		Version: "SPDX-2.3", License: "CC0-1.0", ID: "SPDXRef-DOCUMENT",
		Name:     "dateline-" + p.Version,
		Creation: spdxCreation{p.When.Format("2006-01-02T15:04:05Z"), []string{"Organization: " + p.Author, "Tool: dateline-pack"}},
		Packages: []spdxPackage{{
			ID: program, Name: p.Name, Version: p.Version, Location: "NOASSERTION",
			Concluded: p.Licence, Declared: p.Licence, Copyright: "Copyright " + p.When.Format("2006") + " " + p.Author,
		}},
		Relationships: []spdxRelationship{{"SPDXRef-DOCUMENT", "DESCRIBES", program}},
	}
	add := func(id string, w licences.Work, location string, refs ...spdxExternal) {
		terms := spdxTerms(w.SPDX)
		doc.Packages = append(doc.Packages, spdxPackage{
			ID: id, Name: w.Name, Version: w.Version, Location: location,
			Concluded: terms, Declared: terms, Copyright: "NOASSERTION", Refs: refs,
		})
		doc.Relationships = append(doc.Relationships, spdxRelationship{program, "CONTAINS", id})
	}
	for _, m := range modules {
		add("SPDXRef-"+spdxName(m.Name), m, "NOASSERTION",
			spdxExternal{"PACKAGE-MANAGER", "purl", "pkg:golang/" + m.Name + "@" + m.Version})
	}
	for i, d := range data {
		add(fmt.Sprintf("SPDXRef-data-%d", i+1), d, d.Source)
	}
	// The address only has to be one that no other document has.
	list, err := json.Marshal(doc.Packages)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(append(list, p.Commit...))
	doc.Namespace = "https://spdx.org/spdxdocs/" + doc.Name + "-" + hex.EncodeToString(sum[:8])
	out, err := json.MarshalIndent(doc, "", "  ")
	return append(out, '\n'), err
}

var notInName = regexp.MustCompile(`[^A-Za-z0-9.-]+`)

func spdxName(s string) string { return notInName.ReplaceAllString(s, "-") }

// spdxTerms joins licences into an expression. A licence that SPDX has no name
// for is one that the list of licences describes.
func spdxTerms(ids []string) string {
	var out []string
	for _, id := range ids {
		if id == "SCOWL" {
			return "NOASSERTION"
		}
		out = append(out, id)
	}
	return strings.Join(out, " AND ")
}

/* bcryptprimitives.dll for testing under a Wine that lacks it: Go programs ask
 * it for random numbers when they start. Windows itself has a real one. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return RtlGenRandom(data, (ULONG)size); }

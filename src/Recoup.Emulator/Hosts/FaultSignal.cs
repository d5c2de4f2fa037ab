using System.Diagnostics.CodeAnalysis;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Hosts;

/// <summary>
/// Carries a response with a network fault from the in-process server to <see cref="InProcessHandler"/>, which catches it.
/// </summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the emulator.")]
internal sealed class FaultSignal(ApiResponse response) : Exception
{
    public ApiResponse Response { get; } = response;
}

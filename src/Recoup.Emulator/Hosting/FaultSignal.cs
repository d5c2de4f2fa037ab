using Recoup.Emulator.Core;

namespace Recoup.Emulator.Hosting;

/// <summary>Carries an answer that the network destroys from the in-process server to its handler. Never seen outside.</summary>
internal sealed class FaultSignal(ApiAnswer answer) : Exception
{
    public ApiAnswer Answer { get; } = answer;
}

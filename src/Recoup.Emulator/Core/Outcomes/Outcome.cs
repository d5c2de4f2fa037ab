using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The outcome of an execution that has passed every check.</summary>
internal abstract class Outcome
{
    /// <summary>The name in the journal and in messages.</summary>
    public abstract string Name { get; }

    /// <summary>How many times the third-party service executes the action, or may have executed it.</summary>
    public virtual int Executions(ApiRules rules) => 1;

    /// <summary>Whether a strict test fails if this outcome is scripted but never reached.</summary>
    public virtual bool IsFault => false;

    /// <summary>The time that the outcome itself takes, on the emulator's clock.</summary>
    public virtual TimeSpan Duration(ApiRules rules) => TimeSpan.Zero;

    /// <exception cref="RecoupEmulatorException">The emulator's behavior does not allow the outcome, or code of the test threw.</exception>
    /// <exception cref="OperationCanceledException">The request ended while code of the test ran.</exception>
    public abstract ValueTask<ApiResponse> RespondAsync(Execution execution);
}

using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The outcome of an execution that has passed every check.</summary>
internal abstract class Outcome
{
    /// <summary>The name in the journal and in messages.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the action takes effect at the third-party service.</summary>
    public virtual bool Executes => true;

    /// <summary>Whether a strict test fails if this outcome is scripted but never reached.</summary>
    public virtual bool IsFault => false;

    /// <summary>The time that the outcome itself takes, on the emulator's clock.</summary>
    public virtual TimeSpan Duration => TimeSpan.Zero;

    /// <exception cref="RecoupEmulatorException">The emulator's behavior does not allow the outcome.</exception>
    public abstract ApiResponse Respond(Execution execution);
}

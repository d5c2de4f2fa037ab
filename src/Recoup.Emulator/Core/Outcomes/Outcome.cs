namespace Recoup.Emulator.Core.Outcomes;

/// <summary>What happens to an execution that has passed every check.</summary>
internal abstract class Outcome
{
    /// <summary>How the journal and messages call it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the action takes effect at the third-party service.</summary>
    public virtual bool Executes => true;

    /// <summary>Whether it is a failure that a strict test wants to see triggered.</summary>
    public virtual bool IsFault => false;

    /// <summary>How long the outcome itself takes, on the emulator's clock.</summary>
    public virtual TimeSpan Patience => TimeSpan.Zero;

    /// <exception cref="RecoupEmulatorException">The outcome cannot be had under the emulator's behavior.</exception>
    public abstract ApiAnswer Answer(OutcomeContext context);
}

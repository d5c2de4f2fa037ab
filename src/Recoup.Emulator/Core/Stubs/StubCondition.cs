namespace Recoup.Emulator.Core.Stubs;

/// <summary>One condition of a stub.</summary>
/// <param name="Text">The source text of the condition.</param>
/// <param name="WhyNot">Returns null if the call meets the condition, else the reason.</param>
internal sealed record StubCondition(string Text, Func<StubCall, string?> WhyNot)
{
    /// <exception cref="RecoupEmulatorException">The test's condition threw.</exception>
    public string? Check(StubCall call)
    {
        try
        {
            return WhyNot(call);
        }
        catch (Exception exception) when (exception is not RecoupEmulatorException)
        {
            throw new RecoupEmulatorException(
                $"{Text} of the stub for {call.Slug} threw {exception.GetType().Name}: {exception.Message} "
                + "A condition must handle every call of the action.",
                exception);
        }
    }
}

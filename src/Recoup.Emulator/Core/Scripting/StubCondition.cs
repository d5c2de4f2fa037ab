namespace Recoup.Emulator.Core.Scripting;

/// <summary>One condition of a stub.</summary>
/// <param name="Text">The condition as the test wrote it.</param>
/// <param name="WhyNot">Null when the condition holds, else the reason.</param>
internal sealed record StubCondition(string Text, Func<StubCall, string?> WhyNot)
{
    /// <exception cref="RecoupEmulatorException">The test's own code threw.</exception>
    public string? Check(StubCall call)
    {
        try
        {
            return WhyNot(call);
        }
        catch (Exception exception) when (exception is not RecoupEmulatorException)
        {
            throw new RecoupEmulatorException(
                $"{Text} of the stub for {call.Slug} threw {exception.GetType().Name}: {exception.Message} A condition has to answer for every call of the action.",
                exception);
        }
    }
}

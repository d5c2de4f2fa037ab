using System.Text.Json;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>One condition of a stub.</summary>
/// <param name="Text">The source text of the condition.</param>
/// <param name="WhyNot">Returns null if the call meets the condition, else the reason.</param>
internal sealed record StubCondition(string Text, Func<StubCall, ValueTask<string?>> WhyNot)
{
    /// <summary>A condition that needs no wait.</summary>
    public StubCondition(string text, Func<StubCall, string?> whyNot)
        : this(text, call => new ValueTask<string?>(whyNot(call))) { }

    /// <summary>An object whose members the parameters of a call must have to meet the condition; undefined if there is none.</summary>
    public JsonElement Members { get; init; }

    /// <exception cref="RecoupEmulatorException">The test's condition threw.</exception>
    /// <exception cref="OperationCanceledException">The request ended first.</exception>
    public async ValueTask<string?> CheckAsync(StubCall call)
    {
        try
        {
            return await WhyNot(call).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not RecoupEmulatorException && !call.Lifetime.Ended(exception))
        {
            throw new RecoupEmulatorException(
                $"{Text} of the stub for {call.Slug} threw {exception.GetType().Name}: {exception.Message} "
                + "A condition must handle every call of the action.\n"
                + $"Sent: {Excerpt.Of(call.Parameters.GetRawText(), 2000)}",
                exception);
        }
    }
}

using System.Diagnostics;

namespace Recoup.Typed.Telemetry;

/// <summary>
/// Masks the credential in the traces of .NET's HTTP handler. It records the exception about a response that is not HTTP as an event, and
/// the exception quotes the response.
/// </summary>
internal static class MaskedTraces
{
    private const string Message = "exception.message";
    private const string StackTrace = "exception.stacktrace";

    private static readonly AsyncLocal<Func<string, string>?> Mask = new();

    // It asks for no activity. .NET asks it for the tags of an exception before it adds its own, and keeps those that it gets.
    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = source => source.Name == "System.Net.Http",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.None,
        ExceptionRecorder = Record,
    };

    static MaskedTraces() => ActivitySource.AddActivityListener(Listener);

    /// <summary>Sets how the traces of the current request are masked.</summary>
    public static void Use(Func<string, string> mask) => Mask.Value = mask;

    private static void Record(Activity activity, Exception exception, ref TagList tags)
    {
        if (Mask.Value is not { } mask)
            return;
        tags.Add(Message, mask(exception.Message));
        tags.Add(StackTrace, mask(exception.ToString()));
    }
}

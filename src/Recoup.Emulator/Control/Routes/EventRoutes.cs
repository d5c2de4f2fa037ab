using Recoup.Emulator.Control.Calls;

namespace Recoup.Emulator.Control.Routes;

/// <summary>The stream of events.</summary>
internal static class EventRoutes
{
    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        new("GET", "/_recoup/events", _ => ControlCall.Done) { Stream = (call, context) => EventStream.WriteAsync(call, context) },
    ];
}

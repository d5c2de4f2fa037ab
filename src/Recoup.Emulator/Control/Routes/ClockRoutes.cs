using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Core.Changes;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Control.Routes;

/// <summary>The clock.</summary>
internal static class ClockRoutes
{
    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        new("GET", "/_recoup/clock", Get),
        new("POST", "/_recoup/clock/advance", Advance) { Body = ControlBody.Json },
    ];

    private static ApiResponse Get(ControlCall call) => ControlCall.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("now", call.Engine.Clock.GetUtcNow());
        writer.WriteBoolean("isEmulated", call.Engine.Clock is EmulatorClock);
        writer.WriteEndObject();
    });

    private static ApiResponse Advance(ControlCall call)
    {
        var span = call.ReadMember("the advance", "seconds", value => value.Seconds());
        if (call.Engine.Clock is not EmulatorClock clock)
        {
            throw new ControlProblem(
                409, "The emulator runs on the real clock, which cannot be advanced. Start it with --clock emulated.");
        }

        clock.Advance(span);
        call.Engine.Changes.Note(Change.Clock);
        return Get(call);
    }
}

using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator.Control.Routes;

/// <summary>The behavior, its divergences, and the upstream.</summary>
internal static class BehaviorRoutes
{
    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        new("GET", "/_recoup/behavior", Get),
        new("PUT", "/_recoup/behavior", Set) { Body = ControlBody.Json },
        new("PUT", "/_recoup/behavior/{divergence}", Switch) { Body = ControlBody.Json },
        new("GET", "/_recoup/upstream", GetUpstream),
        new("PUT", "/_recoup/upstream", SetUpstream) { Body = ControlBody.Json },
    ];

    /// <summary>Reads the state of an upstream.</summary>
    public static bool ReadIsDown(ControlCall call) =>
        call.ReadMember("the upstream", "state", value => (bool?)WorldReader.IsDown(value));

    private static ApiResponse Get(ControlCall call)
    {
        var selection = call.Engine.Selection;
        return ControlCall.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("base", selection.Behavior == ApiBehavior.Deployed ? "deployed" : "documented");
            writer.WriteStartArray("divergences");
            foreach (var divergence in Divergences.All)
            {
                writer.WriteStartObject();
                writer.WriteString("id", divergence.Id);
                writer.WriteString("documented", divergence.Documented);
                writer.WriteString("deployed", divergence.Deployed);
                writer.WriteBoolean("isOn", selection.Has(divergence));
                if (divergence.WhyNotObservable is { } reason)
                    writer.WriteString("whyNotObservable", reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static ApiResponse Set(ControlCall call)
    {
        call.Engine.Select(call.ReadMember("the behavior", "base", value => value.OneOf<ApiBehavior>()));
        return ControlCall.Done;
    }

    private static ApiResponse Switch(ControlCall call)
    {
        var id = call.Path["divergence"];
        var divergence = Divergences.All.FirstOrDefault(known => string.Equals(known.Id, id, StringComparison.OrdinalIgnoreCase))
            ?? throw ControlCall.NotFound("divergence", id, Divergences.All.Select(known => known.Id));
        call.Engine.Switch(divergence, call.ReadMember("the divergence", "isOn", value => value.Boolean()));
        return ControlCall.Done;
    }

    private static ApiResponse GetUpstream(ControlCall call) => ControlCall.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("state", call.Engine.State.IsUpstreamDown ? "down" : "up");
        writer.WriteEndObject();
    });

    private static ApiResponse SetUpstream(ControlCall call)
    {
        call.Engine.State.IsUpstreamDown = ReadIsDown(call);
        return ControlCall.Done;
    }
}

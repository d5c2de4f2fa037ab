using System.Text;
using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator.Control.Routes;

/// <summary>The whole state: save, load, reset.</summary>
internal static class StateRoutes
{
    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        new("GET", "/_recoup/state", Save),
        new("PUT", "/_recoup/state", Load) { Body = ControlBody.Json },
        new("POST", "/_recoup/reset", Reset),
    ];

    private static ApiResponse Save(ControlCall call) =>
        new(200, ControlBody.Json, Encoding.UTF8.GetBytes(call.Engine.Save().ToJson()));

    private static ApiResponse Load(ControlCall call)
    {
        var value = ControlBody.Parse(call.Body);
        var world = WorldReader.Read(value, call.Body, path: null);
        ControlBody.Require(value);
        call.Engine.Load(world);
        return ControlCall.Done;
    }

    private static ApiResponse Reset(ControlCall call)
    {
        call.Engine.Reset();
        return ControlCall.Done;
    }
}

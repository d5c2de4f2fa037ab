using System.Globalization;
using System.Text.Json;
using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Stubs;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator.Control.Routes;

/// <summary>The stubs.</summary>
internal static class StubRoutes
{
    // A saved state has the stub three levels deeper, and must be readable.
    private const int MostDepth = 250;

    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        new("GET", "/_recoup/stubs", List) { Query = ["action"] },
        new("POST", "/_recoup/stubs", Add) { Body = ControlBody.Json },
        new("DELETE", "/_recoup/stubs", Clear),
        new("GET", "/_recoup/stubs/{id}", call => Show(Find(call), 200)),
        new("DELETE", "/_recoup/stubs/{id}", Remove),
    ];

    private static ApiResponse List(ControlCall call)
    {
        var action = call.Text("action");
        return ControlCall.Json(writer =>
        {
            writer.WriteStartArray();
            foreach (var stub in call.Engine.Services.Stubs.Stubs.Where(stub => action is null || stub.IsFor(action)))
                Write(writer, stub);
            writer.WriteEndArray();
        });
    }

    private static ApiResponse Add(ControlCall call)
    {
        var value = ControlBody.Parse(call.Body);
        var described = StubReader.ReadStub(value);
        ControlBody.Require(value);
        ControlBody.RequireDepth(call.Body, MostDepth);
        var slug = described!.Action.Text;
        if (slug != Stub.EveryAction)
            call.Action(slug);
        var stub = StubSetup.Create(described, described.Account is { } account ? call.Named(account.Text) : null);
        return Show(call.Engine.Services.Stubs.Add(stub), 201);
    }

    private static ApiResponse Clear(ControlCall call)
    {
        call.Engine.Services.Stubs.Clear();
        return ControlCall.Done;
    }

    private static ApiResponse Remove(ControlCall call)
    {
        call.Engine.Services.Stubs.Remove(Find(call).Id);
        return ControlCall.Done;
    }

    private static Stub Find(ControlCall call) =>
        (int.TryParse(call.Path["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? call.Engine.Services.Stubs.Find(id)
            : null)
        ?? throw ControlCall.NotFound("stub", call.Path["id"], []);

    private static ApiResponse Show(Stub stub, int status) => ControlCall.Json(writer => Write(writer, stub), status);

    private static void Write(Utf8JsonWriter writer, Stub stub)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", stub.Id);
        writer.WriteString("action", stub.Slug);
        writer.WriteNumber("uses", stub.Uses);
        writer.WriteBoolean("isUsedUp", stub.IsUsedUp);
        writer.WriteStartArray("conditions");
        foreach (var condition in stub.Conditions)
            writer.WriteStringValue(condition.Text);
        writer.WriteEndArray();
        writer.WriteStartArray("outcomes");
        foreach (var step in stub.Steps)
            writer.WriteStringValue(step.Outcome.Name + (step.Times is { } times ? FormattableString.Invariant($", times {times}") : ""));
        writer.WriteEndArray();
        if (stub.Source.ValueKind == JsonValueKind.Object)
        {
            writer.WritePropertyName("script");
            stub.Source.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}

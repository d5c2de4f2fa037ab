using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Control.Routes;

/// <summary>The actions and the connectors of the catalog.</summary>
internal static class ActionRoutes
{
    private const int DefaultLimit = 100;
    private const int MostLimit = 1_000;

    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        new("GET", "/_recoup/actions", List) { Query = ["search", "connector", "offset", "limit"] },
        new("GET", "/_recoup/actions/{slug}", Get),
        new("POST", "/_recoup/actions/{slug}/validation", Validate) { Body = ControlBody.Json },
        new("POST", "/_recoup/actions/{slug}/calls", Render) { Body = ControlBody.Json },
        new("GET", "/_recoup/connectors", Connectors),
        new("PUT", "/_recoup/connectors/{connector}/shared", SetShared) { Body = ControlBody.Json },
    ];

    private static ApiResponse List(ControlCall call)
    {
        var words = (call.TextOrEmpty("search") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var connector = call.Text("connector");
        var offset = (int)(call.Integer("offset", 0, int.MaxValue) ?? 0);
        var limit = (int)(call.Integer("limit", 1, MostLimit) ?? DefaultLimit);
        var matching = call.Engine.Services.Catalog.Entries.Select(entry => entry.Action)
            .Where(action => (connector is null || action.ConnectorSlug == connector) && words.All(word => Has(action, word)))
            .ToArray();
        return ControlCall.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("actions");
            foreach (var action in matching.Skip(offset).Take(limit))
            {
                writer.WriteStartObject();
                WriteSummary(writer, action);
                writer.WriteBoolean("takesParameters", action.Parameters is { ValueKind: JsonValueKind.Object } schema
                    && schema.TryGetProperty("properties", out var properties)
                    && properties is { ValueKind: JsonValueKind.Object } && properties.EnumerateObject().Any());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteNumber("total", matching.Length);
            writer.WriteEndObject();
        });
    }

    private static ApiResponse Get(ControlCall call)
    {
        var action = call.Entry.Action;
        return ControlCall.Json(writer =>
        {
            writer.WriteStartObject();
            WriteSummary(writer, action);
            writer.WritePropertyName("parameters");
            action.Parameters.WriteTo(writer);
            if (action.OutputParameters is { } result)
            {
                writer.WritePropertyName("result");
                result.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
    }

    private static ApiResponse Validate(ControlCall call)
    {
        var entry = call.Entry;
        var (parameters, _) = ReadParameters(call);
        var violations = entry.Parameters.Validate(parameters, new SchemaWork());
        return ControlCall.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("valid", violations.Count == 0);
            writer.WriteStartArray("violations");
            foreach (var violation in violations)
            {
                writer.WriteStartObject();
                writer.WriteString("pointer", violation.InstanceLocation);
                writer.WriteString("keyword", violation.Keyword);
                writer.WriteString("message", violation.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static ApiResponse Render(ControlCall call)
    {
        var action = call.Entry.Action;
        var (parameters, account) = ReadParameters(call);
        var address = call.Address;
        var csharp = call.Options.CallRenderer?.Invoke(action.Slug, parameters);
        return ControlCall.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("json", CallText.Json(action.Slug, parameters, account?.Id, isIndented: true));
            writer.WriteString("curl", CallText.Curl(address, CallText.Json(action.Slug, parameters, account?.Id, isIndented: false)));
            if (csharp is not null)
                writer.WriteString("csharp", csharp);
            writer.WriteEndObject();
        });
    }

    private static ApiResponse Connectors(ControlCall call)
    {
        var counts = call.Engine.Services.Catalog.Entries.CountBy(entry => entry.Action.ConnectorSlug, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return ControlCall.Json(writer =>
        {
            writer.WriteStartArray();
            foreach (var connector in call.Engine.Services.KnownConnectors.Order(StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                writer.WriteString("slug", connector);
                writer.WriteNumber("actions", counts.GetValueOrDefault(connector));
                writer.WriteBoolean("shared", call.Engine.State.IsShared(connector));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    private static ApiResponse SetShared(ControlCall call)
    {
        call.Engine.State.SetShared(call.Connector, call.ReadMember("the update", "connected", value => value.Boolean()));
        return ControlCall.Done;
    }

    private static (JsonElement Parameters, EmulatedAccount? Account) ReadParameters(ControlCall call)
    {
        var (parameters, account) = ((JsonElement?)null, (string?)null);
        call.ReadBody(
            "the body",
            [
                new("parameters", value => parameters = value.JsonObject("the parameters")),
                new("account", value => account = value.Text("an account")),
            ],
            "parameters");
        return (parameters!.Value, account is null ? null : call.Named(account));
    }

    private static bool Has(CatalogAction action, string word) =>
        action.Slug.Contains(word, StringComparison.OrdinalIgnoreCase)
        || action.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || action.Description.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static void WriteSummary(Utf8JsonWriter writer, CatalogAction action)
    {
        writer.WriteString("slug", action.Slug);
        writer.WriteString("name", action.Name);
        writer.WriteString("description", action.Description);
        writer.WriteString("connector", action.ConnectorSlug);
    }
}

using System.Text.Json;

namespace Recoup.Tests.Driving;

/// <summary>Creates small catalogs.</summary>
internal static class Catalog
{
    public static string Of(params string[] actions) => "{\"success\":true,\"actions\":[" + string.Join(",\n", actions) + "]}";

    public static string Action(
        string slug, string parameters = "{}", string connector = "", string description = "Does it.", string? output = null) =>
        "{\"slug\":" + JsonSerializer.Serialize(slug) + ",\"name\":" + JsonSerializer.Serialize(slug)
        + ",\"description\":" + JsonSerializer.Serialize(description) + ",\"parameters\":" + parameters
        + ",\"connectorSlug\":" + JsonSerializer.Serialize(connector.Length > 0 ? connector : slug.Split('_')[0].ToLowerInvariant())
        + ",\"isConnected\":true" + (output is null ? "}" : ",\"outputParameters\":" + output + "}");

    /// <summary>An action of the connector "acme" with these properties.</summary>
    public static string Acme(string action, string properties, string required = "[]") =>
        Action(
            "ACME_" + action,
            "{\"type\":\"object\",\"properties\":" + properties + ",\"required\":" + required + ",\"additionalProperties\":false}",
            "acme");

    /// <summary>
    /// An action of the connector "acme" without parameters. Its payload has this schema, in the envelope that providers describe.
    /// </summary>
    public static string AcmeAnswering(string action, string payload, string properties = "{}") => Action(
        "ACME_" + action,
        "{\"type\":\"object\",\"properties\":" + properties + ",\"additionalProperties\":false}",
        "acme",
        output: "{\"type\":\"object\",\"properties\":{\"data\":" + payload
            + ",\"error\":{\"type\":\"string\",\"nullable\":true},\"successful\":{\"type\":\"boolean\"}},\"required\":[\"data\","
                + "\"successful\"]}");
}

using System.Globalization;
using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Live.Snapshots;

/// <summary>
/// Writes a catalog as text for version control: actions sorted by slug, members in the contract's order. Schemas keep the server's order,
/// because it decides the order of a method's parameters.
/// </summary>
internal static class SnapshotText
{
    private static readonly string[] Order =
    [
        "slug", "name", "description", "parameters", "outputParameters", "connectorSlug", "isConnected"
    ];

    public static byte[] Write(RecoupCatalog catalog) => IndentedJson.ToUtf8(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("success", true);
        json.WriteStartArray("actions");
        foreach (var action in catalog.Actions.OrderBy(action => action.Slug, StringComparer.Ordinal))
            Write(json, action.Source);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static byte[] WriteOrigin(Uri address, PullOptions options, int actions, string hash) => IndentedJson.ToUtf8(json =>
    {
        json.WriteStartObject();
        json.WriteString("origin", address.ToString());
        if (options.Account is { } account)
            json.WriteString("account", account.ToString());
        json.WriteString(
            "pulledAt", options.TimeProvider.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteNumber("actions", actions);
        json.WriteString("sha256", hash);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, PositionedElement action)
    {
        var members = new List<PositionedElement.Member>();
        foreach (var member in action.EnumerateObject())
            members.Add(member);
        json.WriteStartObject();
        foreach (var member in members.OrderBy(member => Rank(member.Name)).ThenBy(member => member.Name, StringComparer.Ordinal))
        {
            json.WritePropertyName(member.Name);
            member.Value.ToJsonElement().WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static int Rank(string name) => Array.IndexOf(Order, name) is var rank and >= 0 ? rank : Order.Length;
}

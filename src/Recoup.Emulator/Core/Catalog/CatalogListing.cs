using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Emulator.Core.Catalog;

/// <summary>
/// The list of actions, encoded once. Each action is encoded without the value of <c>isConnected</c>, its last member, because that depends
/// on the account.
/// </summary>
internal sealed class CatalogListing
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[][] _actions;

    public CatalogListing(ListingShape shape, IReadOnlyList<CatalogEntry> entries) =>
        _actions = [.. entries.Select(entry => Encode(shape, entry))];

    /// <summary>Writes the response body.</summary>
    /// <param name="connected">Whether each action of the catalog is connected; null omits the action.</param>
    public ReadOnlyMemory<byte> Write(ReadOnlySpan<bool?> connected)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        buffer.Write("{\"success\":true,\"actions\":["u8);
        var isFirst = true;
        for (var i = 0; i < _actions.Length; i++)
        {
            if (connected[i] is not { } isConnected)
                continue;
            if (!isFirst)
                buffer.Write(","u8);
            isFirst = false;
            buffer.Write(_actions[i]);
            buffer.Write(isConnected ? "true}"u8 : "false}"u8);
        }

        buffer.Write("]}"u8);
        return buffer.WrittenMemory;
    }

    private static byte[] Encode(ListingShape shape, CatalogEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Writing);
        writer.WriteStartObject();
        writer.WriteString("slug", entry.Action.Slug);
        writer.WriteString("name", shape.Name(entry.Action));
        writer.WriteString("description", entry.Action.Description);
        writer.WritePropertyName("parameters");
        shape.Parameters(entry.Action).WriteTo(writer);
        writer.WriteString("connectorSlug", shape.ConnectorSlug(entry.Action));
        writer.WritePropertyName("isConnected");
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}

using System.Text.Json;

namespace Recoup.AI.Dialects;

/// <summary>
/// Properties with a name that the dialect does not accept. The new name contains a hash of the old one, so it is no other property.
/// </summary>
internal sealed class RenamingRestoration(IReadOnlyDictionary<string, string> names) : Restoration
{
    public override void Write(JsonElement value, string pointer, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                    writer.WriteProperty(names.GetValueOrDefault(member.Name, member.Name), member.Value, this, pointer);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                new ArrayRestoration(this).Write(value, pointer, writer);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}

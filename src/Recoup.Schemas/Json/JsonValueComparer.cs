using System.Text.Json;

namespace Recoup.Schemas.Json;

/// <summary>Compares JSON values as <see cref="JsonEquality"/> does.</summary>
internal sealed class JsonValueComparer : IEqualityComparer<JsonElement>
{
    public static JsonValueComparer Instance { get; } = new();

    public bool Equals(JsonElement x, JsonElement y) => JsonEquality.Equal(x, y);

    public int GetHashCode(JsonElement obj) => JsonHash.Of(obj);
}

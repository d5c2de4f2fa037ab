using System.Text.Json;

namespace Recoup.Contracts.Normalization;

/// <summary>Names of properties as JSON.</summary>
internal static class JsonNames
{
    public static JsonElement Value(string name) => JsonSerializer.SerializeToElement(name, NameJson.Default.String);
}

using System.Text.Json;

namespace Recoup.Catalogs.Effects;

/// <summary>
/// The effects of names files in the data of an assembly: its first member, <c>"effects": {"SLUG": "read"}</c>. Only embedded data is read
/// this way, because a server could write the member into a catalog.
/// </summary>
internal static class EmbeddedEffects
{
    public const string Member = "effects";

    public static EquatableArray<StatedEffect> Read(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        if (!reader.Read() || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(Member))
            return default;
        using var effects = JsonDocument.ParseValue(ref reader);
        return new(effects.RootElement.EnumerateObject().Select(effect =>
            new StatedEffect(effect.Name, StatedEffect.Parse(effect.Value.GetString()) ?? ActionEffect.Unknown)));
    }
}

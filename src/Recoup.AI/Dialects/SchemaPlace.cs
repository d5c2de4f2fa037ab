using Recoup.Catalogs.Json;

namespace Recoup.AI.Dialects;

/// <summary>A place in a schema. Its text is only written if somebody asks for it.</summary>
internal sealed class SchemaPlace(SchemaPlace? parent, string name)
{
    public static readonly SchemaPlace Root = new(null, "");

    private string? _pointer = parent is null ? "" : null;

    /// <summary>The JSON pointer (RFC 6901).</summary>
    public string Pointer => _pointer ??= JsonPointer.Append(parent!.Pointer, name);
}

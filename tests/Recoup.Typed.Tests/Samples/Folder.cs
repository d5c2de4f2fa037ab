using System.Text.Json;
using System.Text.Json.Serialization;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests.Samples;

/// <summary>A view as the generator writes it.</summary>
[JsonConverter(typeof(ViewJsonConverter))]
public sealed class Folder : ResultView, IResultView<Folder>
{
    private Folder(JsonElement json)
        : base(json)
    {
    }

    public string? Name => ReadText("name"u8);

    static Folder IResultView<Folder>.Over(JsonElement json) => new(json);
}

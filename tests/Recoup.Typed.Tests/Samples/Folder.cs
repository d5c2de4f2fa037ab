using System.Text.Json.Serialization;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests.Samples;

/// <summary>A view as the generator writes it.</summary>
[JsonConverter(typeof(ViewJsonConverter))]
public sealed class Folder : ResultView, IResultView<Folder>
{
    public string? Name => ReadText("name");
}

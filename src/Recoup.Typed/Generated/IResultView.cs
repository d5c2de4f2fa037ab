using System.ComponentModel;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>A generated view of a part of a result.</summary>
/// <typeparam name="TSelf">The view itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IResultView<TSelf>
    where TSelf : ResultView, IResultView<TSelf>
{
    /// <summary>A view of an element, whatever its form.</summary>
    /// <param name="json">The element.</param>
    static abstract TSelf Over(JsonElement json);
}

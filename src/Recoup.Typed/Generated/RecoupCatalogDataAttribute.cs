using System.ComponentModel;

namespace Recoup.Typed.Generated;

/// <summary>
/// The generated actions of an assembly as data, if its project sets <c>RecoupEmbedCatalog</c>. <see cref="RecoupActions"/> reads them.
/// </summary>
/// <param name="data">A catalog that contains the actions: JSON in UTF-8, compressed with Deflate, in Base64.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecoupCatalogDataAttribute(string data) : Attribute
{
    /// <summary>A catalog that contains the actions: JSON in UTF-8, compressed with Deflate, in Base64.</summary>
    public string Data { get; } = data;
}

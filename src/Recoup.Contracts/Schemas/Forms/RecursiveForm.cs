namespace Recoup.Contracts.Schemas.Forms;

/// <summary>A schema that refers to itself: filled when the whole of it has been read.</summary>
internal sealed class RecursiveForm(string key)
{
    /// <summary>The text of the schema in one spelling.</summary>
    public string Key { get; } = key;

    public Form Target { get; set; } = Form.Anything;
}

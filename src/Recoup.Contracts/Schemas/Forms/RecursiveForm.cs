namespace Recoup.Contracts.Schemas.Forms;

/// <summary>A recursive schema. The target is set after the whole schema has been read.</summary>
internal sealed class RecursiveForm(string key)
{
    /// <summary>Identifies the schema: equal keys mean the same schema.</summary>
    public string Key { get; } = key;

    public Form Target { get; set; } = Form.Anything;
}

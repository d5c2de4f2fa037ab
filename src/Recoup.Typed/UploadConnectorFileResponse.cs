namespace Recoup.Typed;

public sealed partial class UploadConnectorFileResponse
{
    /// <summary>The staged file, as parameters of actions take it.</summary>
    public StagedFile ToStagedFile() => new(Name, Mimetype, S3key);
}

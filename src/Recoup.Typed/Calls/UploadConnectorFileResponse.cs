namespace Recoup.Typed;

public sealed partial class UploadConnectorFileResponse
{
    /// <summary>Returns the staged file as the parameters of actions accept it.</summary>
    public StagedFile ToStagedFile() => new(Name, Mimetype, S3key);
}

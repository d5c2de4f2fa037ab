namespace Recoup.Emulator.Worlds;

/// <summary>Reads the files of a world: scripts of URLs, and files that are staged already.</summary>
internal static class FileReader
{
    public static List<WorldFile> Read(WorldValue value)
    {
        var files = new List<WorldFile>();
        foreach (var (url, _, outcome) in value.Entries("the files", WorldLimits.Entries))
        {
            if (OutcomeTable.ReadOne(outcome, "the outcome of staging a file", OutcomeTable.OfFiles) is { } script)
                files.Add(new WorldFile(url, script));
        }

        return files;
    }

    public static List<WorldStagedFile> ReadStaged(WorldValue value)
    {
        var (files, keys) = (new List<WorldStagedFile>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var item in value.Items("the staged files", WorldLimits.Entries))
        {
            if (ReadDescriptor(item, hasKey: true) is not { } file)
                continue;
            if (file.S3Key is { } key && !keys.Add(key))
                item.Unexpected("another s3key for each staged file", "that of a file above");
            files.Add(file);
        }

        return files;
    }

    /// <summary>Reads a file as actions take it, where it is not staged yet without a key.</summary>
    public static WorldStagedFile? ReadDescriptor(WorldValue value, bool hasKey)
    {
        var (name, type, key) = ((string?)null, (string?)null, (string?)null);
        List<WorldMember> members =
        [
            new("name", text => name = text.Text("the name of a file")),
            new("mimetype", text => type = text.Text("a media type")),
        ];
        if (hasKey)
            members.Add(new("s3key", text => key = text.Text("the key of a staged file")));
        value.Members("a file", members, "name", "mimetype");
        return name is null || type is null ? null : new WorldStagedFile(name, type, key);
    }
}

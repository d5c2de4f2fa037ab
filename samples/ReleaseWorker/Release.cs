using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReleaseWorker;

/// <summary>What is to be posted. The file has these members in camel case.</summary>
internal sealed record Release
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Names the release in the sheet: a run finds by it what earlier runs have done.</summary>
    public required string Id { get; init; }

    public required string Artist { get; init; }

    public required string Title { get; init; }

    public required Uri Link { get; init; }

    /// <summary>A public address of the cover: the API fetches it from there.</summary>
    public required Uri Cover { get; init; }

    public required string LinkedInAuthor { get; init; }

    public required string SpreadsheetId { get; init; }

    /// <summary>The Recoup account that is posted for; null for the key's own.</summary>
    public Guid? Account { get; init; }

    public string Announcement => $"“{Title}” by {Artist} is out: {Link}";

    /// <exception cref="InvalidDataException">The file is no release; the message says where and why.</exception>
    public static Release Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Release>(File.ReadAllText(path), Json) ?? throw new InvalidDataException($"{path}: expected an object, got null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}

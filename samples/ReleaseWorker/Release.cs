using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReleaseWorker;

/// <summary>The release to post. Its file has these members in camel case.</summary>
internal sealed record Release
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Identifies the release in the sheet, where a run finds what earlier runs have done.</summary>
    public required string Id { get; init; }

    public required string Artist { get; init; }

    public required string Title { get; init; }

    public required Uri Link { get; init; }

    /// <summary>A public address from which the API fetches the cover.</summary>
    public required Uri Cover { get; init; }

    public required string LinkedInAuthor { get; init; }

    public required string SpreadsheetId { get; init; }

    /// <summary>The Recoup account for which to post; null for the account of the key.</summary>
    public Guid? Account { get; init; }

    public string Announcement => $"“{Title}” by {Artist} is out: {Link}";

    /// <exception cref="InvalidDataException">The file is not a valid release; the message says where and why.</exception>
    public static Release Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Release>(File.ReadAllText(path), Json)
                ?? throw new InvalidDataException($"{path}: expected an object, got null.");
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

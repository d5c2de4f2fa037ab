using System.Text.Json;

namespace Testing;

/// <summary>Creates a document, and never two with the same title.</summary>
public sealed class PressKit(RecoupClient recoup)
{
    public async Task<string> CreateAsync(string title, CancellationToken cancellationToken = default)
    {
        var create = GoogleDocs.CreateDocument(title: title);
        try
        {
            return Id((await recoup.ExecuteAsync(create, cancellationToken: cancellationToken)).Data);
        }
        catch (HttpRequestException)
        {
            // The response is lost, but the document may exist: look for it before you create another.
            return await FindAsync(title, cancellationToken)
                ?? Id((await recoup.ExecuteAsync(create, cancellationToken: cancellationToken)).Data);
        }
    }

    private async Task<string?> FindAsync(string title, CancellationToken cancellationToken)
    {
        var found = await recoup.ExecuteAsync(GoogleDrive.FindFile(q: $"name = '{title}'"), cancellationToken: cancellationToken);
        return found.Data.GetProperty("files").EnumerateArray().Select(Id).FirstOrDefault();
    }

    private static string Id(JsonElement file) => file.GetProperty("id").GetString()!;
}

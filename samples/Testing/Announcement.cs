namespace Testing;

/// <summary>Posts a new release on LinkedIn for an artist. If LinkedIn is not connected, it asks the artist for consent first.</summary>
public sealed class Announcement(RecoupClient recoup)
{
    /// <summary>Returns null if the post was made, else the address where the artist gives consent. Then try again.</summary>
    public async Task<string?> PostAsync(Guid artist, string text, CancellationToken cancellationToken = default)
    {
        var post = LinkedIn.CreateLinkedInPost(author: "urn:li:person:ada", commentary: text);
        try
        {
            await recoup.ExecuteAsync(post, artist, cancellationToken);
            return null;
        }
        catch (ConnectorNotConnectedException)
        {
            var authorization = await recoup.Api.AuthorizeConnectorAsync(
                new AuthorizeConnectorRequest { Connector = "linkedin", AccountId = artist }, cancellationToken);
            return authorization.Data.RedirectUrl;
        }
    }
}

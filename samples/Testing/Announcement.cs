namespace Testing;

/// <summary>Posts a new release on LinkedIn for an artist, whom it may have to ask for consent first.</summary>
public sealed class Announcement(RecoupClient recoup)
{
    /// <summary>Null when the post is out; else where to send the artist, and to try again afterwards.</summary>
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

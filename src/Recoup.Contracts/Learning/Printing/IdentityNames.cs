namespace Recoup.Contracts.Learning.Printing;

/// <summary>
/// The names of members whose values identify or describe something, so that a few of them are no list of alternatives: an enum of logins
/// or branches would be wrong, and would put recorded data into a file that is shared.
/// </summary>
internal static class IdentityNames
{
    private static readonly HashSet<string> LastWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "account", "address", "alias", "assignee", "author", "body", "branch", "by", "city", "comment", "company", "content", "creator",
        "cursor", "customer", "description", "digest", "domain", "email", "etag", "file", "filename", "folder", "from", "handle", "hash",
        "head", "host", "hostname", "href", "id", "ids", "identifier", "ip", "key", "keys", "link", "login", "member", "message", "name",
        "names", "number", "oid", "organization", "org", "owner", "parent", "path", "phone", "project", "query", "recipient", "ref",
        "repo", "repository", "secret", "sender", "sha", "signature", "slug", "snippet", "street", "subject", "summary", "tag", "tags",
        "team", "text", "title", "to", "token", "topic", "topics", "uri", "url", "user", "username", "users", "uuid", "value", "values",
        "version",
    };

    /// <summary>Whether the last word of a name is one of them: <c>login</c>, <c>user_name</c>, <c>authorId</c>.</summary>
    public static bool Contains(string name) => name.Length == 0 || LastWords.Contains(LastWord(name));

    private static string LastWord(string name)
    {
        var end = name.Length;
        while (end > 0 && !char.IsAsciiLetter(name[end - 1]))
            end--;
        var start = end;
        while (start > 0 && char.IsAsciiLetter(name[start - 1]))
        {
            start--;
            if (char.IsAsciiLetterUpper(name[start]) && (start == 0 || !char.IsAsciiLetterUpper(name[start - 1])))
                break;
        }

        return name[start..end];
    }
}

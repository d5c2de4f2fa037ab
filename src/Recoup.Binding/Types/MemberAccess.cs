using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>Which messages contain a member (OpenAPI 3.0.3, section 4.7.24; JSON Schema 2020-12, section 9.4 of the validation).</summary>
internal enum MemberAccess
{
    /// <summary>Requests and responses.</summary>
    Both,

    /// <summary>Only responses: <c>readOnly</c>.</summary>
    Response,

    /// <summary>Only requests: <c>writeOnly</c>.</summary>
    Request,
}

/// <summary>Reads <c>readOnly</c> and <c>writeOnly</c>.</summary>
internal static class AccessKeywords
{
    // Real schemas have a reference, or an allOf with one reference.
    private const int MaxSchemas = 16;

    /// <summary>The messages that contain a property. References and <c>allOf</c> count like keywords of its own schema.</summary>
    public static MemberAccess Read(PositionedElement schema, PositionedElement root)
    {
        var (isRead, isWritten) = (false, false);
        var open = new Queue<PositionedElement>();
        open.Enqueue(schema);
        for (var count = 0; count < MaxSchemas && open.Count > 0; count++)
        {
            var next = open.Dequeue();
            isRead |= next["readOnly"].AsBoolean() == true;
            isWritten |= next["writeOnly"].AsBoolean() == true;
            if (next["$ref"].AsString() is { } reference
                && reference.StartsWith("#", StringComparison.Ordinal)
                && root.TryResolve(Uri.UnescapeDataString(reference[1..]), out var target))
            {
                open.Enqueue(target);
            }

            foreach (var branch in next["allOf"].EnumerateArray())
                open.Enqueue(branch);
        }

        // The specification forbids both at once.
        return isRead == isWritten ? MemberAccess.Both : isRead ? MemberAccess.Response : MemberAccess.Request;
    }
}

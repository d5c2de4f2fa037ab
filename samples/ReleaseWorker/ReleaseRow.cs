using System.Collections.Immutable;

namespace ReleaseWorker;

/// <summary>A row of the sheet: the release in column A, and a column for each channel.</summary>
/// <param name="Number">The number of the row, from 1.</param>
/// <param name="Release">The id of the release.</param>
/// <param name="Posts">
/// By channel: empty before the post, <see cref="Posting"/> while its outcome is unknown, and its id afterwards.
/// </param>
internal sealed record ReleaseRow(int Number, string Release, ImmutableArray<string> Posts)
{
    public const string Posting = "posting";

    public string this[Channel channel] => Posts[(int)channel];

    public string CellOf(Channel channel) => $"{(char)('B' + (int)channel)}{Number}";

    public ReleaseRow With(Channel channel, string post) => this with { Posts = Posts.SetItem((int)channel, post) };

    public override string ToString() =>
        string.Join(", ", Enum.GetValues<Channel>().Select(channel => $"{channel} {(this[channel] is "" ? "-" : this[channel])}"));
}

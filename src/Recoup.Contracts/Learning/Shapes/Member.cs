using System.Text;

namespace Recoup.Contracts.Learning.Shapes;

/// <summary>A member of the objects in one place.</summary>
internal sealed class Member(byte[] utf8Name)
{
    private long _last;

    public byte[] Utf8Name => utf8Name;

    public string Name { get; } = Encoding.UTF8.GetString(utf8Name);

    public Shape Shape { get; } = new();

    /// <summary>The number of objects that had the member.</summary>
    public long Count { get; private set; }

    /// <summary>Counts an object. An object that has the member twice counts once.</summary>
    /// <param name="number">The number of the object among those of its place, from 1.</param>
    public void See(long number)
    {
        if (_last == number)
            return;
        _last = number;
        Count++;
    }

    public void Join(Member other)
    {
        Count += other.Count;
        Shape.Join(other.Shape);
    }
}

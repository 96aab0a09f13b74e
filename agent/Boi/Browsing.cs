namespace Isthmus.Agent.Boi;

/// <summary>Walking an object through its records.</summary>
internal static class Browsing
{
    /// <summary>Has the object stand on one record after the other; ends behind the last one.</summary>
    public static IEnumerable<LateObject> EachOf(LateObject cursor)
    {
        cursor.Call("nMoveFirst");
        return From(cursor);
    }

    /// <summary>As the other, from the record that the object stands on.</summary>
    public static IEnumerable<LateObject> From(LateObject cursor)
    {
        while (cursor.Call("nEOF") == 0)
        {
            yield return cursor;
            cursor.Call("nMoveNext");
        }
    }
}

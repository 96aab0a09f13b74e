namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>What Sage does to a value that is typed into a key column.</summary>
internal enum KeyFormat
{
    /// <summary>Kept as sent.</summary>
    None,

    /// <summary>Upper-cased.</summary>
    Upper,

    /// <summary>Upper-cased, and filled with zeros from the left where it is all digits.</summary>
    ZeroFill
}

namespace Isthmus.Sandbox.Sage300.Schema;

/// <summary>What a property holds. Codes are texts that the view writes in upper case; dates have no time and no zone.</summary>
internal enum Kind { Text, Code, Choice, Number, Flag, Date }

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>The release of Sage 100 that the sandbox plays; several columns grew in between.</summary>
internal enum Release { Sage2018, Sage2023, Sage2025 }

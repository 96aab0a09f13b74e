using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>A record without lines and without rules beyond its columns.</summary>
internal sealed class PlainObject(Company company, string name) : BusinessObject(company, name);

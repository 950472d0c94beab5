#!/usr/bin/env python3
"""Makes week.json: Baishan's Science Week of 2025, out of real places and made-up people, rooms and requests.

usage: make.py [-o week.json] [--data DIR]      Python 3.11 or later, standard library only; the same bytes every time.
Reads places.csv, members.csv, requests.toml and rules.toml beside it, and the city's facts from DIR
(default: $CARAVAN_SHARED/data/baishan, else Tests/Fixtures/data/baishan of the repository).
"""
import argparse, csv, datetime, json, math, os, random, tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("CARAVAN_SHARED") or HERE.parents[1] / "Tests" / "Fixtures")
CITY_2020, CHANGBAI_2020 = 951866, 58266                       # census 2020, facts.csv
KM_PER_DEGREE = 111.19


def table(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


class Content:
    """The tables beside this script, and the facts of the city."""

    def __init__(self, data):
        with open(HERE / "rules.toml", "rb") as f: self.rules = tomllib.load(f)
        with open(HERE / "requests.toml", "rb") as f: self.families = tomllib.load(f)["family"]
        self.places = {r["code"]: r for r in table(HERE / "places.csv")}
        self.members = table(HERE / "members.csv")
        self.facts = table(data / "townships.csv")
        self.counties = {r["code"]: r for r in table(data / "counties.csv")}
        self.people_2000 = table(data / "township_population_2000.csv")
        with open(data / "county_polygons.geojson", encoding="utf-8") as f:
            self.outlines = {x["properties"]["code"]: x["geometry"]["coordinates"][0] for x in json.load(f)["features"]}
        first = datetime.date.fromisoformat(self.rules["start"])
        self.dates = [(first + datetime.timedelta(days=i)).isoformat() for i in range(self.rules["days"])]
        self.slots = [f"{d}.{s['id']}" for d in self.dates for s in self.rules["slots"]]

    def slot_list(self, words):
        """Slot instances that a row of words names (see requests.toml), in time order."""
        free, out = self.rules["holidays"], set()
        for w in words.split():
            named = set()
            for s in self.slots:
                date, slot = s.split(".")
                is_day = slot in ("am", "pm")
                if (w in (slot, date[-2:], f"{date[-2:]}.{slot}") or w == "day" and is_day
                        or w == "school" and is_day and date not in free or w == "weekend" and is_day and date in free): named.add(s)
            if not named: raise SystemExit(f"no slot is named {w}, in: {words}")
            out |= named
        return [s for s in self.slots if s in out]


# ---- where people live

def inside(lon, lat, ring):
    """Ray casting: does the ring hold the point?"""
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1: odd = not odd
    return odd


def apart(a, b):
    """Kilometres between two (lat, lon), flat-earth: good enough for a draw."""
    return math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0]))) * KM_PER_DEGREE


def point(content, fact, rank):
    """(lat, lon, how exact) of a township: the settlement, or a synthetic point."""
    lat, lon, kind = float(fact["lat"]), float(fact["lon"]), fact["point"]
    if kind == "county_seat":                                  # several share the seat: put them on a ring around it
        angle = 2.399963 * rank                                # the golden angle
        far = (0.9 + 0.25 * rank) / KM_PER_DEGREE
        return round(lat + far * math.sin(angle), 5), round(lon + far * math.cos(angle) / math.cos(math.radians(lat)), 5), "synthetic"
    if kind != "county_inner_point": return lat, lon, kind
    place, ring, draw = content.places[fact["code"]], content.outlines[fact["county_code"]], random.Random(fact["code"])
    near = next((f for f in content.facts if f["code"] == place["near"]), None)
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    while True:
        x, y = draw.uniform(min(xs), max(xs)), draw.uniform(min(ys), max(ys))
        far = apart((y, x), (float(near["lat"]), float(near["lon"]))) if near else 0
        if inside(x, y, ring) and (not near or float(place["within"]) / 2 <= far <= float(place["within"])): return round(y, 5), round(x, 5), "synthetic"


def shared_out(total, weights):
    """Whole numbers in proportion to the weights that add up to the total (largest remainders)."""
    exact = {k: total * w / sum(weights.values()) for k, w in weights.items()}
    out = {k: math.floor(x) for k, x in exact.items()}
    for k in sorted(exact, key=lambda k: (out[k] - exact[k], k))[:total - sum(out.values())]: out[k] += 1
    return out


def people(content):
    """Residents of each township: the city's census of 2020, split down (README, "Population")."""
    rest = {c: float(r["registered_2019_10k"]) for c, r in content.counties.items() if c != "220623"}
    county = shared_out(CITY_2020 - CHANGBAI_2020, rest) | {"220623": CHANGBAI_2020}
    known = {r["today_code"]: int(r["pop_2000"]) for r in content.people_2000 if r["today_code"]}
    out = {}
    for c in county:
        towns = [f["code"] for f in content.facts if f["county_code"] == c]
        gone = sum(int(r["pop_2000"]) for r in content.people_2000 if r["county_code"] == c and not r["today_code"])
        fresh = [t for t in towns if t not in known]           # townships of today without a figure share those merged away
        weight = {t: known[t] if t in known else float(content.places[t]["people"] or 0) or gone / len(fresh) for t in towns}
        out |= shared_out(county[c], weight)
    return out


def townships(content):
    total, rank, out = people(content), {}, []
    for f in content.facts:
        n = rank[f["county_code"]] = rank.get(f["county_code"], 0) + (f["point"] == "county_seat")
        lat, lon, exact = point(content, f, n)
        share = content.rules["audiences"][f["type"]]
        out.append({"id": content.places[f["code"]]["id"], "name": f["name"], "county": f["county"], "lat": lat, "lon": lon,
                    "population": shared_out(total[f["code"]], share), "code": f["code"], "point": exact})
    return out


# ---- rooms, members, requests

KINDS = {  # kind -> (name after the township's, equipment by capacity, yuan)
    "school": ("中心学校", lambda n: ["power", "projector"] + (["network"] if n >= 80 else []) + (["lab"] if n >= 160 else []), 0),
    "hall": ("文化活动中心", lambda n: ["power"] + (["projector"] if n >= 80 else []) + (["network"] if n >= 150 else []), 100),
    "square": ("文化广场", lambda n: ["power"], 200),
    "field": ("{crop}示范基地", lambda n: [], 0),
    "room": ("科普活动室", lambda n: ["power", "projector", "network", "lab"], 0),
}


def short(name):
    """A township's name as a room or a title carries it."""
    return name.removeprefix("长白山保护开发区").removesuffix("特殊乡镇")


def venues(content, towns):
    extra = {c["venue"]: c["slots"] for c in content.rules["closures"]}
    out = []
    for t in towns:
        place = content.places[t["code"]]
        for kind, (name, equipment, yuan) in KINDS.items():
            if not place[kind]: continue
            ident, room = f"{t['id']}-{kind}", int(place[kind])
            shut = content.slot_list(f"{content.rules['closed'][kind]} {extra.pop(ident, '')}")
            if kind == "room" and room >= 400: name = "市级科普活动中心"
            out.append({"id": ident, "name": short(t["name"]) + name.format(crop=place["crop"]), "township": t["id"], "kind": kind, "capacity": room,
                        "equipment": equipment(room), "closed": shut, "cost": yuan * 2 if room >= 400 else yuan})
    if extra: raise SystemExit(f"rules.toml: closures of unknown venues {sorted(extra)}")
    return out


def members(content, pool):
    return [{"id": m["id"], "name": m["name"], "base": m["base"], "skills": {s: int(n) for s, n in (x.split(":") for x in m["skills"].split())},
             "away": content.slot_list(m["away"]), "maxPerDay": int(m["perDay"]), "maxPerWeek": int(m["perWeek"]),
             "maxMinutes": int(m["minutes"]), "fee": int(m["fee"])} for m in content.members if m["pool"] == pool]


def need(text):
    pool, skill, *count = text.split()
    name, level = skill.split(":")
    return {"pool": pool, "skill": name, "level": int(level), "count": int(count[0][1:]) if count else 1}


def requests(content, towns):
    name, county = {t["id"]: short(t["name"]) for t in towns}, {t["id"]: t["county"] for t in towns}
    ids, at = {}, {}                                           # family -> its requests; (family, first township) -> the request
    for f in content.families:
        ids[f["id"]] = [f"{f['id']}-{i}" for i in range(1, len(f["at"]) + 1)]
        for i, a in zip(ids[f["id"]], f["at"]): at[f["id"], a.split()[0].split("|")[0]] = i
    out = []
    for f in content.families:
        zh, en = f["title"].split(" · ")
        for ident, entry in zip(ids[f["id"]], f["at"]):
            where, heads, *when = entry.split()
            where = where.split("|")
            place = name[where[0]] if len(where) == 1 else county[where[0]]
            r = {"id": ident, "title": f"{zh}（{place}）· {en}", "fund": f["fund"], "audience": f["audience"], "topic": f["topic"],
                 "format": f["format"], "townships": where, "attendance": int(heads), "duration": f["duration"],
                 "needs": [need(n) for n in f["needs"]], "value": f["value"], "cost": f["cost"]}
            for key, field in (("kinds", "venueKinds"), ("equipment", "equipment")):
                if key in f: r[field] = f[key]
            allowed = content.slot_list(f.get("slots", "day eve"))
            if when: allowed = [s for s in content.slot_list(" ".join(when)) if "slots" not in f or s in allowed]
            if when or "slots" in f: r["slots"] = allowed
            if "prefer" in f: r["preferredSlots"] = [s for s in content.slot_list(f["prefer"]) if s in allowed]
            if "after" in f: r["after"] = [b for a in f["after"] for b in ([at[a[:-1], where[0]]] if a.endswith("@") else ids[a])]
            out.append(r)
    return out


# ---- the document

def week(content):
    rules, towns = content.rules, townships(content)
    doc = {"format": "caravan-week/1"} | {k: rules[k] for k in ("id", "title", "start", "days", "timezone", "slots")}
    doc["attribution"] = "Settlement points: GeoNames (geonames.org), CC BY 4.0. Venues, people and requests are invented."
    doc["audiences"] = list(next(iter(rules["audiences"].values())))
    doc |= {"funds": rules["funds"], "travel": rules["travel"], "townships": towns, "venues": venues(content, towns)}
    doc |= {pool: members(content, pool) for pool in ("experts", "mentors", "kits")}
    doc["requests"] = requests(content, towns)
    doc["targets"] = list(rules["targets"])
    for c in content.counties.values():
        short = next(t["id"] for t in towns if t["county"] == c["name"]).split("-")[0]
        heads = sum(sum(t["population"].values()) for t in towns if t["county"] == c["name"])
        doc["targets"].append({"id": f"reach-{short}", "per": ["county"], "where": {"county": [c["name"]]}, "measure": "attendance",
                               "atLeast": int(round(heads * rules["reach"]["share"], -1)), "weight": rules["reach"]["weight"]})
    return doc | {k: rules[k] for k in ("caps", "pins", "weights")}


def written(doc):
    """JSON with one object of a list a line."""
    flat = lambda x: json.dumps(x, ensure_ascii=False, separators=(", ", ": "))
    parts = []
    for k, v in doc.items():
        many = isinstance(v, list) and v and isinstance(v[0], dict)
        parts.append(f" {flat(k)}: " + ("[\n  " + ",\n  ".join(map(flat, v)) + "\n ]" if many else flat(v)))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("-o", "--out", type=Path, default=HERE / "week.json")
    ap.add_argument("--data", type=Path, default=SHARED / "data" / "baishan")
    a = ap.parse_args()
    if not (a.data / "townships.csv").is_file(): ap.error(f"no townships.csv in {a.data}: name the folder with --data or CARAVAN_SHARED")
    a.out.write_text(written(week(Content(a.data))), encoding="utf-8")


if __name__ == "__main__":
    main()
